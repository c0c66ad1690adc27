import { describe, expect, it } from 'vitest'
import { comparePlaces, placeText, readPlace } from './place.ts'

const beijing = readPlace('北京', '北京')
const hangzhou = readPlace('浙江', '杭州')
const ningbo = readPlace('浙江省', '宁波市')
const nowhere = readPlace('', '')

describe('readPlace', () => {
  it.each([
    ['北京市', '北京市', '北京', '北京'],
    ['北京', '', '北京', '北京'],
    ['', '上海市', '上海', '上海'],
    ['重庆市', '市辖区', '重庆', '重庆'],
    ['浙江省', '杭州市', '浙江', '杭州'],
    ['内蒙古自治区', '锡林郭勒盟', '内蒙古', '锡林郭勒'],
    ['广西壮族自治区', '南宁市', '广西', '南宁'],
    ['新疆维吾尔自治区', '巴音郭楞蒙古自治州', '新疆', '巴音郭楞'],
    ['湖北省', '恩施土家族苗族自治州', '湖北', '恩施'],
    ['黑龙江', '大兴安岭地区', '黑龙江', '大兴安岭'],
    ['香港特别行政区', '', '香港', ''],
    ['湖南', '津市', '湖南', '津市'],
    [undefined, null, '', ''],
    ['未知', '-', '', ''],
    [7, {}, '', ''],
  ])('reads %j, %j as %j, %j', (province, city, shortProvince, shortCity) => {
    expect(readPlace(province, city)).toEqual({ province: shortProvince, city: shortCity })
  })

  it.each(
    `延边|朝鲜族 恩施|土家族苗族 湘西|土家族苗族 阿坝|藏族羌族 甘孜|藏族 凉山|彝族 黔东南|苗族侗族 黔南|布依族苗族
    黔西南|布依族苗族 楚雄|彝族 红河|哈尼族彝族 文山|壮族苗族 西双版纳|傣族 大理|白族 德宏|傣族景颇族 怒江|傈僳族
    迪庆|藏族 临夏|回族 甘南|藏族 海北|藏族 黄南|藏族 海南|藏族 果洛|藏族 玉树|藏族 海西|蒙古族藏族 昌吉|回族
    博尔塔拉|蒙古 巴音郭楞|蒙古 克孜勒苏|柯尔克孜 伊犁|哈萨克`.split(/\s+/),
  )('knows the prefecture %s', (prefecture) => {
    const [name, peoples] = prefecture.split('|')
    expect(readPlace('', `${name}${peoples}自治州`).city).toBe(name)
  })
})

describe('comparePlaces', () => {
  it('finds the same city, whichever way it is written', () => {
    expect(comparePlaces(beijing, readPlace('北京市', ''))).toBe('same-city')
    expect(comparePlaces(hangzhou, readPlace('', '杭州市'))).toBe('same-city')
  })

  it('finds the same province where the cities differ or one is missing', () => {
    expect(comparePlaces(hangzhou, ningbo)).toBe('same-province')
    expect(comparePlaces(hangzhou, readPlace('浙江', ''))).toBe('same-province')
  })

  it('tells other provinces apart, even with cities of one name', () => {
    expect(comparePlaces(beijing, hangzhou)).toBe('other')
    expect(comparePlaces(readPlace('吉林', '吉林'), readPlace('辽宁', '吉林'))).toBe('other')
  })

  it('says unknown where too little is known, and never that two unknown places are the same', () => {
    expect(comparePlaces(nowhere, nowhere)).toBe('unknown')
    expect(comparePlaces(beijing, nowhere)).toBe('unknown')
    expect(comparePlaces(readPlace('', '杭州'), readPlace('', '宁波'))).toBe('unknown')
  })
})

describe('placeText', () => {
  it.each([
    [beijing, '北京'],
    [hangzhou, '浙江 杭州'],
    [readPlace('浙江', ''), '浙江'],
    [readPlace('吉林', '吉林'), '吉林 吉林'],
    [nowhere, ''],
  ])('shows %j as %j', (place, shown) => {
    expect(placeText(place)).toBe(shown)
  })
})
